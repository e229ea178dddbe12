/** Runs on disk: their folder, configuration, table of metrics and checkpoints. */
package org.rhobust.run;
