package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.PlainNumber;

/**
 * Writes a geometry met as figures: a point to its columns, anything else as GeoJSON text. Used
 * again for each record.
 */
final class ShapeText {
  /** Below it, shapefiles mean that there is no figure. */
  private static final double NO_DATA = -1e30;

  private final Features features;
  private final StringBuilder text = new StringBuilder();
  private boolean valid = true;

  ShapeText(Features features) {
    this.features = features;
  }

  /** Begins the text of a geometry of this GeoJSON type. */
  ShapeText start(String type) {
    text.setLength(0);
    valid = true;
    text.append("{\"type\":\"").append(type).append("\",\"coordinates\":");
    return this;
  }

  ShapeText open() {
    comma();
    text.append('[');
    return this;
  }

  ShapeText close() {
    text.append(']');
    return this;
  }

  void position(double x, double y) {
    comma();
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      valid = false;
      return;
    }
    features.extend(x, y);
    text.append('[').append(PlainNumber.text(x)).append(',').append(PlainNumber.text(y));
    text.append(']');
  }

  /** Gives the text to the current record. */
  void give() {
    if (valid) {
      features.geometry(text.append('}').toString());
    } else {
      features.invalidGeometry();
    }
  }

  /** Gives a point to the current record; its height is left out when it is no number. */
  void point(double x, double y, double z) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      features.noGeometry();
      return;
    }
    features.extend(x, y);
    String height = Double.isFinite(z) && z > NO_DATA ? PlainNumber.text(z) : null;
    features.point(PlainNumber.text(x), PlainNumber.text(y), height);
  }

  private void comma() {
    if (text.length() > 0) {
      char last = text.charAt(text.length() - 1);
      if (last == ']') {
        text.append(',');
      }
    }
  }
}
