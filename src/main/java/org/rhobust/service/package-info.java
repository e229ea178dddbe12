/**
 * The background service between the compute thread and whoever looks on: training that can be
 * paused, models to be inspected, snapshots out. Only primitives and immutable records leave it.
 */
package org.rhobust.service;
