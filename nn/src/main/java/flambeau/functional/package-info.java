/** The stateless functions. */
package flambeau.functional;
