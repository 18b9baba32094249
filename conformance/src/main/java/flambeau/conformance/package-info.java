/** Runs recorded PyTorch cases against Flambeau. */
package flambeau.conformance;
