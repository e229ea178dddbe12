package org.rhobust.workbench.data;

import java.util.function.Consumer;

/**
 * What can be done with a data set that is here; each is told its name.
 *
 * @param show lets the views choose from its test images
 * @param train opens the training form with it
 */
public record DataUses(Consumer<String> show, Consumer<String> train) {}
