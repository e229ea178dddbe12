package org.rhobust.data;

/**
 * An image as a network sees it.
 *
 * @param values [C, H, W] in [0, 1], each a multiple of 1/255
 * @param scaled whether its size was another
 * @param recoloured whether colour was turned to grey or grey to colour
 */
public record Picture(float[] values, boolean scaled, boolean recoloured) {}
