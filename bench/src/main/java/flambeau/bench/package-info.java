/** The measurements behind every claim of speed. */
package flambeau.bench;
