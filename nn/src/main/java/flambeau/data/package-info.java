/** Data sets, samplers and loaders. */
package flambeau.data;
