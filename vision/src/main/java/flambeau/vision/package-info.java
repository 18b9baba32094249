/** Models for images. */
package flambeau.vision;
