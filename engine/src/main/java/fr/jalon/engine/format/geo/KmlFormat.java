package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Archive;
import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** KML (OGC 12-007), alone or in a KMZ: its placemarks, whatever folders they are in. */
public final class KmlFormat implements Format {
  @Override
  public String code() {
    return "kml";
  }

  @Override
  public Family family() {
    return Family.MAP;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(
        FileType.of("kml", "application/vnd.google-earth.kml+xml"),
        FileType.of("kmz", "application/vnd.google-earth.kmz"));
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    if (Archive.looksLikeOne(source.path())) {
      try (Archive archive = Archive.open(source.path())) {
        return document(archive) != null;
      } catch (RefusedException e) {
        return false;
      }
    }
    return XmlHead.startsWith(source.path(), "kml");
  }

  private static Archive.@Nullable Entry document(Archive archive) {
    Archive.Entry best = null;
    for (Archive.Entry entry : archive.entries()) {
      if (Archive.ends(entry, ".kml") && !entry.name().startsWith("__MACOSX")) {
        boolean first = best == null || entry.shortName().equalsIgnoreCase("doc.kml");
        best = first ? entry : best;
      }
    }
    return best;
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    Features features = new Features(source.work());
    boolean done = false;
    try {
      if (Archive.looksLikeOne(source.path())) {
        readArchive(source, features);
      } else {
        read(Files.newInputStream(source.path()), features);
      }
      if (features.records() == 0) {
        throw new RefusedException("kml-without-placemarks");
      }
      Table table = features.table(code(), "utf-8", false, null, List.of());
      done = true;
      return table;
    } catch (RefusedException e) {
      throw e.unreadable();
    } finally {
      if (!done) {
        features.close();
      }
    }
  }

  private static void readArchive(Source source, Features features) throws IOException {
    try (Archive archive = Archive.open(source.path())) {
      Archive.Entry document = document(archive);
      if (document == null) {
        throw new RefusedException("kml-without-placemarks");
      }
      read(archive.stream(document), features);
    }
  }

  private static void read(InputStream in, Features features) throws IOException {
    features.expectGeometry();
    features.declare(Crs.WGS84);
    try (XmlScanner xml = XmlScanner.of(in)) {
      new Placemarks(xml, features).read();
    }
  }
}
