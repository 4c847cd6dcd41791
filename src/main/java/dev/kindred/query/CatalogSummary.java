package dev.kindred.query;

/**
 * How complete the catalog is, in numbers of items.
 *
 * @param items all items
 * @param withoutPicture items without the URL of a picture
 * @param withoutPrice items without a price
 * @param withoutCategory items without a category
 * @param withoutTitle items without a title
 * @param hidden items that are hidden from all lists
 * @param unavailable items that cannot be bought now
 * @param untouched items that no known user has touched, or fewer than the minimum support of the settings
 */
public record CatalogSummary(
        int items,
        int withoutPicture,
        int withoutPrice,
        int withoutCategory,
        int withoutTitle,
        int hidden,
        int unavailable,
        int untouched) {}
