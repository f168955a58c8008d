package fr.jalon.portal.explore;

import java.util.List;

/** What the home page shows: the datasets published last, and how much there is in all. */
public record HomeView(List<DatasetLine> latest, long datasets, long publishers, long rows) {
  public HomeView {
    latest = List.copyOf(latest);
  }
}
