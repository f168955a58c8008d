package fr.jalon.portal.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What people may send.
 *
 * @param maxSize the largest file taken, up to 2 GB
 */
@ConfigurationProperties("jalon.deposit")
public record UploadSettings(@DefaultValue("100MB") DataSize maxSize) {
  /** Beside the file a form holds a few short fields. */
  private static final long FIELDS = 1 << 20;

  public UploadSettings {
    if (maxSize.toBytes() <= 0 || maxSize.toGigabytes() > 2) {
      throw new IllegalArgumentException(
          "jalon.deposit.max-size is between 1B and 2GB, got: " + maxSize);
    }
  }

  /** The limit as people are told it, in millions of bytes. */
  public long announced() {
    return maxSize.toMegabytes() * 1_000_000;
  }

  /** The largest request: a file and its form. */
  public long maxRequestSize() {
    return maxSize.toBytes() + FIELDS;
  }
}
