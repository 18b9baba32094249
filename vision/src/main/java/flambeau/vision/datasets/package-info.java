/** Image data sets. */
package flambeau.vision.datasets;
