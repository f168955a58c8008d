package fr.jalon.portal.deposit;

import fr.jalon.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The place beside each step of a deposit that other rooms may fill, the first that has something
 * to say: deposits know no such room.
 */
public interface StepAside {
  @Nullable Aside beside(Page page, Deposit deposit, Step step);
}
