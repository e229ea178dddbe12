/** The view of λ(δ) and of the target distribution that follows from it. */
package org.rhobust.workbench.transition;
