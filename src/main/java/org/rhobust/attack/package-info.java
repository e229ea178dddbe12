/** Attacks: objectives, projected gradient descent, and the recorded trace of an attack. */
package org.rhobust.attack;
