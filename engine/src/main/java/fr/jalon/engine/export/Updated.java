package fr.jalon.engine.export;

/**
 * What a new file did to the rows that were published.
 *
 * @param how its code in JSON: "by-key"
 * @param kept rows published that stay as they were
 * @param replaced rows published whose place a row of the same key took, be it the same in all its
 *     cells
 * @param added rows of the new file behind them
 * @param alreadyThere rows of the new file left out because the very same ones are published
 */
public record Updated(Update how, long kept, long replaced, long added, long alreadyThere) {}
