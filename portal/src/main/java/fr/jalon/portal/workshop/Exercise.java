package fr.jalon.portal.workshop;

import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is practised: a file as town halls have them, and a sheet that says what to look for. One
 * for each day of article 2; a workshop on anything else takes the one that suits it.
 */
public enum Exercise {
  /** How a file is read, and what is certain. */
  FIRST_STEPS("workshop-first-steps", "subventions-2023.csv"),
  /** Who a file speaks of; codes that lost their zeros. */
  FUNDAMENTALS("workshop-fundamentals", "jardins-familiaux.csv"),
  /** Places, their coordinates, the same thing written in several ways. */
  TOOLS("workshop-tools", "points-apport-volontaire.csv"),
  /** Figures to add up and to draw. */
  FURTHER("workshop-further", "energie-batiments.csv");

  private final String stage;
  private final String file;

  Exercise(String stage, String file) {
    this.stage = stage;
    this.file = file;
  }

  /** Key of the stage of the season it is made for. */
  public String stage() {
    return stage;
  }

  /** Name of its file, as its depositor sees it. */
  public String file() {
    return file;
  }

  /** Key of its title; those of its sheet begin so. */
  String key() {
    return "workshop.exercise." + name();
  }

  InputStream open() {
    return Objects.requireNonNull(Exercise.class.getResourceAsStream("exercises/" + file), file);
  }

  /** The one of a stage; the first for a stage that has none. */
  public static Exercise of(String stage) {
    return Stream.of(values())
        .filter(one -> one.stage.equals(stage))
        .findFirst()
        .orElse(FIRST_STEPS);
  }
}
