package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Records in JSON: a list of objects or of rows, objects one a line or under their keys, columns
 * one after another, or an envelope whose longest list is the table ({@code
 * {"marches":{"marche":[…]}}}), as portals answer.
 */
public final class JsonFormat implements Format {
  /** Lists whose first records are shown, besides the one read. */
  private static final int MOST_SHOWN = 50;

  @Override
  public String code() {
    return "json";
  }

  @Override
  public Family family() {
    return Family.RECORDS;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(
        FileType.of("json", "application/json"), FileType.of("jsonl"), FileType.of("ndjson"));
  }

  @Override
  public boolean mayBePacked() {
    return true;
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    String name = source.name().toLowerCase(Locale.ROOT);
    boolean named = name.endsWith("json") || name.endsWith("jsonl");
    try (JsonParser parser = JsonInput.head(source.path())) {
      if (parser == null) {
        return false;
      }
      int tokens = 0;
      while (parser.nextToken() != null) {
        tokens++;
      }
      return tokens > 1;
    } catch (StreamConstraintsException e) {
      return true;
    } catch (JacksonException e) {
      // the head may be cut anywhere; only an error before its end is one of the file
      return named || isCut(e, source);
    }
  }

  private static boolean isCut(JacksonException problem, Source source) {
    var place = problem.getLocation();
    return place != null && source.size() > (1 << 16) && place.getCharOffset() >= (1 << 16) - 8;
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    Features features = new Features(source.work());
    Map<String, JsonRecords.Target> targets = new LinkedHashMap<>();
    boolean done = false;
    try {
      JsonInput input = JsonInput.of(source.path());
      JsonLists lists;
      try (JsonParser parser = input.parser()) {
        lists = JsonLists.of(parser);
      }
      JsonLists.Found chosen = lists.choose(options.sheet());
      for (JsonLists.Found list : lists.all()) {
        Features own = list.equals(chosen) ? features : Features.sketch(source.work());
        if (list.equals(chosen) || targets.size() < MOST_SHOWN) {
          targets.put(list.path(), new JsonRecords.Target(list, lists.header(list.width()), own));
        }
      }
      try (JsonParser parser = input.parser()) {
        new JsonRecords(parser, targets).read();
      }
      if (features.records() == 0) {
        throw new RefusedException("json-without-records");
      }
      input.notes(features);
      Table table =
          features.table(
              code(),
              input.encoding(),
              input.bom() > 0,
              chosen.path().isEmpty() ? null : chosen.path(),
              lists.all().size() > 1 ? summaries(lists, chosen, targets) : List.of());
      done = true;
      return table;
    } catch (JacksonException e) {
      throw JsonInput.refused(e).unreadable();
    } catch (RefusedException e) {
      throw e.unreadable();
    } finally {
      for (JsonRecords.Target target : targets.values()) {
        if (target.features() != features) {
          target.features().close();
        }
      }
      if (!done) {
        features.close();
      }
    }
  }

  private static List<SheetSummary> summaries(
      JsonLists lists, JsonLists.Found chosen, Map<String, JsonRecords.Target> targets)
      throws IOException {
    List<SheetSummary> summaries = new ArrayList<>();
    for (JsonLists.Found list : lists.all()) {
      JsonRecords.Target target = targets.get(list.path());
      if (list.equals(chosen)) {
        summaries.add(Features.current(list.path()));
      } else if (target == null) {
        summaries.add(new SheetSummary(list.path(), false, list.count(), 0, "table", List.of()));
      } else {
        summaries.add(target.features().summary(list.path(), list.count()));
      }
    }
    return summaries;
  }
}
