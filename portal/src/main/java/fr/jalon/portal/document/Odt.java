package fr.jalon.portal.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A document as OpenDocument text (ISO/IEC 26300, version 1.2), to be edited in LibreOffice or
 * Word: real headings, lists, tables with their header, the language, the title. The same document
 * gives the same bytes.
 */
public final class Odt {
  static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.text";

  /**
   * The same for all. On the first day a ZIP archive can write, Java adds the date in another form,
   * and the type of the file would no longer be where programs look for it.
   */
  private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final Pattern WORD = Pattern.compile("\\{([a-z]+)}");

  private Odt() {}

  /**
   * Writes an ODT, and leaves the stream open.
   *
   * @throws IllegalArgumentException when the document is longer than {@link
   *     Document#MOST_CHARACTERS}
   */
  public static void write(Document document, OutputStream out) throws IOException {
    document.checkLength();
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    putStored(zip, "mimetype", MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
    put(zip, "content.xml", xml(xml -> OdtContent.write(xml, document)));
    put(zip, "styles.xml", styles(document));
    put(zip, "meta.xml", xml(xml -> meta(xml, document)));
    put(zip, "META-INF/manifest.xml", xml(Odt::manifest));
    zip.finish();
  }

  /** Language and country, "none" where a country is not said and not evident. */
  static String country(Locale language) {
    if (!language.getCountry().isEmpty()) {
      return language.getCountry();
    }
    return language.getLanguage().equals("fr") ? "FR" : "none";
  }

  private static void meta(XMLStreamWriter xml, Document document) throws XMLStreamException {
    xml.writeStartElement("office:document-meta");
    xml.writeAttribute("xmlns:office", OdtContent.NAMESPACE + "office:1.0");
    xml.writeAttribute("xmlns:meta", OdtContent.NAMESPACE + "meta:1.0");
    xml.writeAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml.writeAttribute("office:version", "1.2");
    xml.writeStartElement("office:meta");
    element(xml, "meta:generator", "Jalon");
    element(xml, "dc:title", document.title());
    element(xml, "dc:description", document.description());
    element(xml, "dc:language", language(document.language()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String language(Locale language) {
    return country(language).equals("none")
        ? language.getLanguage()
        : language.getLanguage() + "-" + country(language);
  }

  private static void manifest(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("manifest:manifest");
    xml.writeAttribute("xmlns:manifest", OdtContent.NAMESPACE + "manifest:1.0");
    xml.writeAttribute("manifest:version", "1.2");
    file(xml, "/", MEDIA_TYPE);
    file(xml, "content.xml", "text/xml");
    file(xml, "styles.xml", "text/xml");
    file(xml, "meta.xml", "text/xml");
    xml.writeEndElement();
  }

  private static void file(XMLStreamWriter xml, String path, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("manifest:file-entry");
    xml.writeAttribute("manifest:full-path", path);
    xml.writeAttribute("manifest:media-type", type);
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /** The sheet of styles of the program, where a few words are put in one pass, as text. */
  private static byte[] styles(Document document) throws IOException {
    Map<String, String> words =
        Map.of(
            "language", document.language().getLanguage(),
            "country", country(document.language()),
            "page", Labels.of(document).page(),
            "head", document.head(),
            "foot", document.foot());
    try (InputStream in = Odt.class.getResourceAsStream("styles.xml")) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: styles.xml");
      }
      String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return WORD.matcher(sheet)
          .replaceAll(
              found -> Matcher.quoteReplacement(escaped(words.getOrDefault(found.group(1), ""))))
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private interface Part {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private static byte[] xml(Part part) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      part.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_DATE);
    write(zip, entry, bytes);
  }

  /** Programs tell an ODT by the first bytes of the archive, which must be these, as they are. */
  private static void putStored(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(NO_DATE);
    write(zip, entry, bytes);
  }

  private static void write(ZipOutputStream zip, ZipEntry entry, byte[] bytes) throws IOException {
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
