/** The evaluation of a model by a battery of attacks, with all that may flatter its figures. */
package org.rhobust.workbench.evaluation;
