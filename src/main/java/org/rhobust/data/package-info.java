/** Labelled images and where they come from, and files read with suspicion and written whole. */
package org.rhobust.data;
