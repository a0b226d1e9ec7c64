package org.suanwang.catalog.exportcontrol;

/** Something that an item is or is not, and that a rule can ask for. */
public enum Property {
  DATA_CENTRE("designed or marketed for use in data centres"),
  CO_PACKAGED("co-packaged with logic that is the dominant function"),
  NON_PLANAR("made on a node with non-planar transistors");

  private final String label;

  Property(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
