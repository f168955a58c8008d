package fr.jalon.engine.personal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Looks for people in free texts: cells, titles, descriptions, names of files. */
public final class PersonalTexts {
  private static final Pattern MAIL =
      Pattern.compile("[\\w.+-]{2,64}@[\\w-]{2,63}(?:\\.[\\w-]{2,63}){1,3}");

  private PersonalTexts() {}

  /** What a text tells of people, each category once, in the order of the categories. */
  public static List<Category> look(String text) {
    Set<Category> seen = EnumSet.noneOf(Category.class);
    places(text).forEach(place -> seen.add(place.category()));
    return List.copyOf(seen);
  }

  /** The text, with what it tells of people covered. */
  public static String masked(String text) {
    StringBuilder masked = new StringBuilder();
    int at = 0;
    for (Spot spot : places(text)) {
      masked.append(text, at, spot.from());
      masked.append(Masked.of(spot.category(), text.substring(spot.from(), spot.to())));
      at = spot.to();
    }
    return masked.append(text.substring(at)).toString();
  }

  /** The text, with a sign in the place of what it tells of people. */
  public static String replaced(String text, String sign) {
    StringBuilder replaced = new StringBuilder();
    int at = 0;
    for (Spot spot : places(text)) {
      replaced.append(text, at, spot.from()).append(sign);
      at = spot.to();
    }
    return replaced.append(text.substring(at)).toString();
  }

  /** Part of a text that tells something of a person. */
  record Spot(Category category, int from, int to) {}

  static List<Spot> places(String text) {
    List<Spot> spots = new ArrayList<>();
    for (MatchResult mail : MAIL.matcher(text).results().toList()) {
      spots.add(new Spot(Category.EMAIL, mail.start(), mail.end()));
    }
    return spots;
  }
}
