package fr.jalon.portal.explore;

import java.util.List;

/**
 * What the home page shows: the datasets published last, the themes and how much there is in all.
 */
public record HomeView(
    List<DatasetLine> latest, List<ThemeLink> themes, long datasets, long publishers, long rows) {
  public HomeView {
    themes = List.copyOf(themes);
    latest = List.copyOf(latest);
  }

  /** A theme, the list of its datasets and how many they are. */
  public record ThemeLink(String text, String href, long count) {}
}
