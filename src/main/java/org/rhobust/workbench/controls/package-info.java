/** Small parts that several views share. */
package org.rhobust.workbench.controls;
