package org.rhobust.service;

import java.util.concurrent.CompletableFuture;
import org.rhobust.data.DataSet;
import org.rhobust.data.DataSets;

/**
 * What a person should know of a data set before training on it.
 *
 * @param name as {@link DataSets#get} takes it
 * @param trainSize the number of training images
 * @param channels of an image, C
 * @param available whether its files are on this computer
 */
public record DataInfo(String name, int trainSize, int channels, boolean available) {

  /**
   * Looks a data set up in the background: a folder's pictures must be read.
   *
   * @return fails with a {@link org.rhobust.data.DataException} where there is none
   */
  public static CompletableFuture<DataInfo> lookUp(String name) {
    return CompletableFuture.supplyAsync(
        () -> {
          DataSet set = DataSets.get(name);
          return new DataInfo(set.name(), set.trainSize(), set.channels(), set.available());
        });
  }
}
