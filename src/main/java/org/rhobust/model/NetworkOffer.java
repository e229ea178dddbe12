package org.rhobust.model;

/**
 * A network to choose from.
 *
 * @param name for {@link Networks#create}
 * @param title what it is, in a few words
 */
public record NetworkOffer(String name, String title) {}
