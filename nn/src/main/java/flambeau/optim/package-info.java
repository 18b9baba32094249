/** Optimisers and learning-rate schedules. */
package flambeau.optim;
