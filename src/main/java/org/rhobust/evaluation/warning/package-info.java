/** What may flatter a model's figures, measured and explained. */
package org.rhobust.evaluation.warning;
