/** Image transforms. */
package flambeau.vision.transforms;
