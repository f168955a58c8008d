package fr.jalon.portal.programme;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Page;
import java.util.List;

/**
 * What a room above adds to the page of a beneficiary: a few sentences and the way to its own page.
 * Each room declares its own as a bean; those of the first order come first.
 */
public interface BeneficiaryPart {
  Shown show(Page page, Person who, Followed followed);

  /**
   * What is shown.
   *
   * @param anchor of its title in the page
   * @param lines under the sentence, none when there is nothing to list
   * @param act words of the link
   */
  record Shown(
      String anchor, String title, String sentence, List<String> lines, String href, String act) {
    public Shown {
      lines = List.copyOf(lines);
    }
  }
}
