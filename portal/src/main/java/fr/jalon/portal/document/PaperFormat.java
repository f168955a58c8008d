package fr.jalon.portal.document;

import org.springframework.http.MediaType;

/** What a document is written as. */
public enum PaperFormat {
  PDF("pdf", MediaType.APPLICATION_PDF),
  ODT("odt", MediaType.parseMediaType(Odt.MEDIA_TYPE));

  private final String suffix;
  private final MediaType type;

  PaperFormat(String suffix, MediaType type) {
    this.suffix = suffix;
    this.type = type;
  }

  /** The one that a file's name ends with: "pdf". */
  public static PaperFormat of(String suffix) {
    return suffix.equals(PDF.suffix) ? PDF : ODT;
  }

  String suffix() {
    return suffix;
  }

  MediaType type() {
    return type;
  }
}
