package org.rhobust.workbench;

/**
 * Something a person can have done from the command palette.
 *
 * @param title in the imperative, for example "Pause the training"
 * @param keys its shortcut as people read it, for example "Ctrl/Cmd + P"; empty for none
 * @param action runs on the JavaFX thread
 */
public record Command(String title, String keys, Runnable action) {}
