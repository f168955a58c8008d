package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a theme or of a national model: what it is, what is published of it and by whom.
 *
 * @param about in a sentence or two, "" for nothing
 * @param story figures, in words
 * @param lines the datasets published last
 * @param moreHref all of them in the list, null when they are here
 * @param publishers each with how many datasets it has
 * @param beside other shelves: the models of a theme
 * @param model what it asks, null for a theme
 */
public record ShelfView(
    String about,
    List<String> story,
    List<DatasetLine> lines,
    @Nullable String moreHref,
    List<Fact> publishers,
    List<Fact> beside,
    @Nullable Model model) {
  public ShelfView {
    story = List.copyOf(story);
    lines = List.copyOf(lines);
    publishers = List.copyOf(publishers);
    beside = List.copyOf(beside);
  }

  /**
   * What a national model asks.
   *
   * @param officialHref where its authors publish it
   * @param emptyHref an empty file with its columns
   */
  public record Model(String officialHref, String emptyHref, List<Field> fields) {
    public Model {
      fields = List.copyOf(fields);
    }
  }

  /** A column of a model. */
  public record Field(String name, String title, String type, boolean required, String example) {}

  /** A shelf in the list of shelves. */
  public record Entry(String name, String href, String about, String count, boolean empty) {}
}
