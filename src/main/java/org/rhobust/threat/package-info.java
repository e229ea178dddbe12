/**
 * The threat model: norms, the balls and the box that a perturbation must stay in, and its starts.
 */
package org.rhobust.threat;
