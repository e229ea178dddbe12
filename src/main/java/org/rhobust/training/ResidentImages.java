package org.rhobust.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import org.rhobust.data.ImageSet;
import org.rhobust.tensor.Scope;
import org.rhobust.tensor.Torch;

/** Images that stay on the device as unsigned bytes: a step sends their indices alone. */
final class ResidentImages implements TrainingImages {

  private final NDArray bytes;

  /** The value of each byte, as Java divides it: a GPU may divide another last bit. */
  private final NDArray values;

  ResidentImages(ImageSet images, Device device) {
    NDManager manager = Torch.manager(device);
    Shape shape = new Shape(images.size(), images.channels(), images.height(), images.width());
    bytes = Scope.persist(manager.create(ByteBuffer.wrap(images.bytes()), shape, DataType.UINT8));
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = i / 255f;
    }
    values = Scope.persist(manager.create(table));
  }

  @Override
  public NDArray batch(int epoch, int[] indices) {
    try (Scope scope = Scope.open()) {
      NDArray chosen = bytes.get(bytes.getManager().create(indices).toType(DataType.INT64, false));
      NDArray flat = chosen.flatten().toType(DataType.INT64, false);
      return scope.keep(values.get(flat).reshape(chosen.getShape()));
    }
  }

  @Override
  public void close() {
    bytes.close();
    values.close();
  }
}
