package org.rhobust.plot;

/** A labelled place on an axis. */
record Tick(double value, String label) {}
