/**
 * The transition λ(δ) from the true class to the uniform distribution, and the targets it gives.
 */
package org.rhobust.transition;
