package fr.jalon.engine.rule.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outlines of GeoJSON, put right on the tree of the text instead of the text itself. */
final class NaiveOutlines {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private NaiveOutlines() {}

  static String checked(JsonNode settings, String text, String got) {
    Set<String> faults = new TreeSet<>();
    settings.get("faults").forEach(fault -> faults.add(fault.asString()));
    JsonNode before = tree(text);
    JsonNode after = tree(got);
    if (before == null || !text.startsWith("{")) {
      return text;
    }
    assertThat(after).as("«%s» became «%s», which is no shape", text, got).isNotNull();
    List<List<List<String>>> wanted = new ArrayList<>();
    boolean[] touched = {false};
    runs(before, faults, wanted, touched);
    if (!touched[0]) {
      return text;
    }
    List<List<List<String>>> written = new ArrayList<>();
    runs(after, Set.of(), written, new boolean[1]);
    assertThat(written).as("the places of «%s», which became «%s»", text, got).isEqualTo(wanted);
    assertThat(bare(after)).as("all but the places of «%s»", text).isEqualTo(bare(before));
    return got;
  }

  private static @Nullable JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException notJson) {
      return null;
    }
  }

  /** The text without its lists of numbers. */
  private static String bare(@Nullable JsonNode tree) {
    return String.valueOf(tree).replaceAll("\"coordinates\":[\\[\\]0-9.,eE+ -]*", "");
  }

  /** Every run of places of lines and outlines, as it should be. */
  private static void runs(
      @Nullable JsonNode node,
      Set<String> faults,
      List<List<List<String>>> runs,
      boolean[] touched) {
    if (node == null) {
      return;
    }
    JsonNode type = node.get("type");
    JsonNode coordinates = node.get("coordinates");
    String shape = type == null || !type.isString() ? "" : type.asString();
    if (coordinates != null && shape.endsWith("LineString")) {
      shape(coordinates, -1, faults, runs, touched);
    } else if (coordinates != null && shape.endsWith("Polygon")) {
      shape(coordinates, 0, faults, runs, touched);
    }
    if (node.isContainer()) {
      for (JsonNode child : node) {
        runs(child, faults, runs, touched);
      }
    }
  }

  private static void shape(
      JsonNode list,
      int rank,
      Set<String> faults,
      List<List<List<String>>> runs,
      boolean[] touched) {
    boolean ofPlaces =
        !list.isEmpty()
            && list.get(0).isArray()
            && !list.get(0).isEmpty()
            && !list.get(0).get(0).isArray();
    if (!ofPlaces) {
      int child = 0;
      for (JsonNode each : list) {
        shape(each, rank < 0 ? rank : child, faults, runs, touched);
        child++;
      }
      return;
    }
    List<List<String>> places = new ArrayList<>();
    list.forEach(place -> places.add(texts(place)));
    List<List<String>> right = rank < 0 ? line(places, faults) : outline(places, rank, faults);
    touched[0] |= !right.equals(places);
    runs.add(right);
  }

  private static List<String> texts(JsonNode place) {
    List<String> texts = new ArrayList<>();
    place.forEach(each -> texts.add(each.toString()));
    return texts;
  }

  private static List<List<String>> line(List<List<String>> places, Set<String> faults) {
    List<List<String>> once = faults.contains("REPEATED") ? once(places) : places;
    return once.size() < 2 ? places : once;
  }

  private static List<List<String>> outline(
      List<List<String>> places, int rank, Set<String> faults) {
    List<List<String>> right = new ArrayList<>(faults.contains("REPEATED") ? once(places) : places);
    if (faults.contains("OPEN") && !at(right.get(0), right.get(right.size() - 1), 2)) {
      right.add(right.get(0));
    }
    if (right.size() < 4) {
      return places;
    }
    double area = area(right);
    if (faults.contains("TURNED") && (rank == 0 ? area < 0 : area > 0)) {
      Collections.reverse(right);
    }
    return right;
  }

  private static List<List<String>> once(List<List<String>> places) {
    List<List<String>> once = new ArrayList<>();
    for (List<String> place : places) {
      if (once.isEmpty() || !at(place, once.get(once.size() - 1), 3)) {
        once.add(place);
      }
    }
    return once;
  }

  private static boolean at(List<String> one, List<String> other, int figures) {
    for (int i = 0; i < figures; i++) {
      if (figure(one, i) != figure(other, i)) {
        return false;
      }
    }
    return true;
  }

  private static double figure(List<String> place, int rank) {
    return rank < place.size() ? Double.parseDouble(place.get(rank)) : 0;
  }

  private static double area(List<List<String>> ring) {
    double[] origin = {figure(ring.get(0), 0), figure(ring.get(0), 1)};
    double twice = 0;
    for (int i = 1; i < ring.size(); i++) {
      double x = figure(ring.get(i - 1), 0) - origin[0];
      double y = figure(ring.get(i - 1), 1) - origin[1];
      twice += x * (figure(ring.get(i), 1) - origin[1]) - (figure(ring.get(i), 0) - origin[0]) * y;
    }
    return twice;
  }
}
