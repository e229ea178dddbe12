package org.rhobust.model;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;

/**
 * An array of a network, of which everything is known before it is allocated.
 *
 * @param parameter the library's, of the layer it belongs to
 * @param shape its extents
 * @param trainable a weight; else a buffer, such as a running statistic
 * @param filling its fresh values
 */
record NamedArray(Parameter parameter, Shape shape, boolean trainable, Filling filling) {}
