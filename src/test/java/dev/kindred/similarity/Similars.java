package dev.kindred.similarity;

import dev.kindred.matrix.MatrixView;
import dev.kindred.testing.Copies;
import dev.kindred.testing.Copies.RowCopy;
import dev.kindred.testing.Shop;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The slow twin of {@link SimilarItems}: similarities by their definition, from a matrix without caps. */
final class Similars {

    private static final int PURCHASE = 0b10000; // the bit of the type

    private final Map<Integer, Map<Integer, Double>> columns = new HashMap<>(); // by item: weights by user
    private final Map<Integer, Double> rowNorms = new HashMap<>(); // by user

    Similars(Evidence evidence, MatrixView view) {
        for (int slot = 0; slot < view.slots(); slot++) {
            double squaredNorm = 0;
            RowCopy row = Copies.row(view, slot);
            for (int i = 0; i < row.size(); i++) {
                double weight = row.weight(i);
                if (evidence == Evidence.ALL || (row.types(i) & PURCHASE) != 0) {
                    column(row.item(i)).put(slot, weight);
                    squaredNorm += weight * weight;
                }
            }
            rowNorms.put(slot, Math.sqrt(squaredNorm));
        }
    }

    private Map<Integer, Double> column(int item) {
        return columns.computeIfAbsent(item, i -> new HashMap<>());
    }

    /** The similarity of an item to the requested one. */
    double similarity(int requested, int other, SimilarItemsSettings settings) {
        Map<Integer, Double> others = column(other);
        double common = 0;
        double dot = 0;
        double shares = 0;
        for (Map.Entry<Integer, Double> user : column(requested).entrySet()) {
            double weight = others.getOrDefault(user.getKey(), 0.0);
            common += others.containsKey(user.getKey()) ? 1 : 0;
            dot += user.getValue() * weight;
            shares += weight / rowNorms.getOrDefault(user.getKey(), 1.0);
        }
        double similarity = switch (settings.normalization()) {
            case COSINE -> dot / (norm(column(requested)) * norm(others));
            case CONDITIONAL -> shares / column(requested).size() / Math.pow(others.size(), settings.discount());
        };
        return common == 0 ? 0 : similarity * common / (common + settings.shrinkage());
    }

    private static double norm(Map<Integer, Double> weights) {
        return Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
    }

    /** The result of the product, by id, most similar first. */
    static Map<String, Double> byId(ItemNeighbors found, Shop shop) {
        Map<String, Double> similarities = new LinkedHashMap<>();
        for (int place = 0; place < found.size(); place++) {
            similarities.put(shop.items().idOf(found.item(place)), found.similarity(place));
        }
        return similarities;
    }
}
