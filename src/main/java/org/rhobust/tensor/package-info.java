/**
 * The thin layer over DJL: the one compute thread, the engine and its natives, devices, scopes,
 * gradients, seeds. Only this package imports {@code ai.djl.pytorch}.
 */
package org.rhobust.tensor;
