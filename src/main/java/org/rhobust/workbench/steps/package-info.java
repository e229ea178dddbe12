/** The view of an attack on one image, step by step. */
package org.rhobust.workbench.steps;
