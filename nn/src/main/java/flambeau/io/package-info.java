/** State dicts to and from files. */
package flambeau.io;
