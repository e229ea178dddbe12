/** Random changes of training images that leave their class as it is. */
package org.rhobust.data.augmentation;
