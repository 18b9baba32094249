/** Programs to read and to run. */
package flambeau.examples;
