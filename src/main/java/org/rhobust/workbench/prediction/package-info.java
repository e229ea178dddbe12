/** What the selected model says about pictures that are dropped on the window. */
package org.rhobust.workbench.prediction;
