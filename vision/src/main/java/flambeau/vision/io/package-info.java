/** Image files. */
package flambeau.vision.io;
