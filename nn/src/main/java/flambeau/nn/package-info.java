/** Modules and layers. */
package flambeau.nn;
