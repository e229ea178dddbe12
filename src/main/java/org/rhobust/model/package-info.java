/** Classifiers, their architectures, and their files. */
package org.rhobust.model;
