package org.rhobust.plot;

/**
 * The colour map viridis of Stéfan van der Walt, Nathaniel Smith and Eric Firing, made for
 * matplotlib and released under CC0: perceptually even, and told apart by colour-blind readers. Of
 * its 256 colours every fifth is held; those between are met within one level of 255.
 */
final class Viridis {

  private static final int[] COLORS = {
    0x440154, 0x46085C, 0x471063, 0x481769, 0x481D6F, 0x482475, 0x472A7A, 0x46307E,
    0x453781, 0x433D84, 0x414287, 0x3F4889, 0x3D4E8A, 0x3A538B, 0x38598C, 0x355E8D,
    0x33638D, 0x31688E, 0x2E6D8E, 0x2C718E, 0x2A768E, 0x297B8E, 0x27808E, 0x25848E,
    0x23898E, 0x218E8D, 0x20928C, 0x1F978B, 0x1E9C89, 0x1FA188, 0x21A585, 0x24AA83,
    0x28AE80, 0x2EB37C, 0x35B779, 0x3DBC74, 0x46C06F, 0x50C46A, 0x5AC864, 0x65CB5E,
    0x70CF57, 0x7CD250, 0x89D548, 0x95D840, 0xA2DA37, 0xB0DD2F, 0xBDDF26, 0xCAE11F,
    0xD8E219, 0xE5E419, 0xF1E51D, 0xFDE725
  };

  private Viridis() {}

  /** The colour of a share: dark violet at 0, yellow at 1; shares beyond are shown as the end. */
  static Rgb of(double share) {
    double place = Math.max(0, Math.min(1, share)) * (COLORS.length - 1);
    int below = (int) Math.min(COLORS.length - 2, Math.floor(place));
    return Rgb.of(COLORS[below]).mix(Rgb.of(COLORS[below + 1]), place - below);
  }
}
