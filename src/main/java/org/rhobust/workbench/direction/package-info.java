/** The view of the confidences along an adversarial direction, the article's Figure 1. */
package org.rhobust.workbench.direction;
