// Made by `npm run generate` from data/evaluation/dev.json. Do not edit.
import type { Evaluation } from '../../../schema/evaluation.ts';

export const evaluation: Evaluation = {
  "date": "2026-11-21",
  "about": "labelled by hand, none of them trained on",
  "model": "local-1",
  "tools": 393,
  "servers": 203,
  "families": 199,
  "figures": {
    "macroF1": {
      "value": 0.931,
      "low": 0.8965,
      "high": 0.9594,
      "of": 326
    },
    "macroF1Lenient": {
      "value": 0.939,
      "low": 0.9088,
      "high": 0.9627,
      "of": 393
    },
    "right": {
      "value": 0.9415,
      "low": 0.9169,
      "high": 0.964,
      "of": 393
    },
    "underRanked": {
      "value": 0.0423,
      "low": 0.0149,
      "high": 0.0696,
      "of": 142
    },
    "criticalsLow": {
      "value": 0.027,
      "low": 0,
      "high": 0.0909,
      "of": 37
    },
    "overFlagged": {
      "value": 0.0604,
      "low": 0.027,
      "high": 0.1008,
      "of": 149
    },
    "riskRight": {
      "value": 0.9059,
      "low": 0.878,
      "high": 0.9364,
      "of": 393
    },
    "calibrationError": {
      "value": 0.0277,
      "low": 0.0125,
      "high": 0.0526,
      "of": 393
    },
    "needsReview": {
      "value": 0.0891,
      "low": 0.0571,
      "high": 0.1241,
      "of": 393
    },
    "missesReviewed": {
      "value": 0.2609,
      "low": 0.0833,
      "high": 0.4706,
      "of": 23
    }
  },
  "categories": {
    "read": {
      "precision": 0.979,
      "recall": 0.9396,
      "f1": 0.9589,
      "labelled": 149,
      "answered": 143
    },
    "write": {
      "precision": 0.8955,
      "recall": 0.9375,
      "f1": 0.916,
      "labelled": 64,
      "answered": 67
    },
    "execute": {
      "precision": 0.92,
      "recall": 0.9324,
      "f1": 0.9262,
      "labelled": 74,
      "answered": 75
    },
    "destructive": {
      "precision": 0.9231,
      "recall": 0.9231,
      "f1": 0.9231,
      "labelled": 39,
      "answered": 39
    }
  },
  "confusion": {
    "read": {
      "read": 140,
      "write": 2,
      "execute": 4,
      "destructive": 1,
      "unclassified": 2
    },
    "write": {
      "read": 3,
      "write": 60,
      "execute": 1,
      "destructive": 0,
      "unclassified": 0
    },
    "execute": {
      "read": 0,
      "write": 3,
      "execute": 69,
      "destructive": 2,
      "unclassified": 0
    },
    "destructive": {
      "read": 0,
      "write": 2,
      "execute": 1,
      "destructive": 36,
      "unclassified": 0
    }
  },
  "calibration": [
    {
      "from": 0,
      "to": 0.1,
      "rows": 2,
      "meanConfidence": 0,
      "accuracy": 0
    },
    {
      "from": 0.1,
      "to": 0.2,
      "rows": 8,
      "meanConfidence": 0.1667,
      "accuracy": 0.5
    },
    {
      "from": 0.4,
      "to": 0.5,
      "rows": 1,
      "meanConfidence": 0.4649,
      "accuracy": 1
    },
    {
      "from": 0.5,
      "to": 0.6,
      "rows": 1,
      "meanConfidence": 0.5265,
      "accuracy": 1
    },
    {
      "from": 0.6,
      "to": 0.7,
      "rows": 4,
      "meanConfidence": 0.663,
      "accuracy": 1
    },
    {
      "from": 0.7,
      "to": 0.8,
      "rows": 25,
      "meanConfidence": 0.7247,
      "accuracy": 0.8
    },
    {
      "from": 0.8,
      "to": 0.9,
      "rows": 47,
      "meanConfidence": 0.8559,
      "accuracy": 0.8085
    },
    {
      "from": 0.9,
      "to": 1,
      "rows": 305,
      "meanConfidence": 0.9845,
      "accuracy": 0.9902
    }
  ],
  "byTag": [
    {
      "title": "untagged",
      "tools": 275,
      "figures": {
        "macroF1": {
          "value": 0.9531,
          "low": 0.9283,
          "high": 0.9768,
          "of": 231
        },
        "macroF1Lenient": {
          "value": 0.9597,
          "low": 0.9372,
          "high": 0.981,
          "of": 275
        },
        "right": {
          "value": 0.96,
          "low": 0.9381,
          "high": 0.9815,
          "of": 275
        },
        "underRanked": {
          "value": 0.0526,
          "low": 0.0174,
          "high": 0.089,
          "of": 114
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.1372,
          "of": 25
        },
        "overFlagged": {
          "value": 0.0202,
          "low": 0,
          "high": 0.0543,
          "of": 99
        },
        "riskRight": {
          "value": 0.92,
          "low": 0.8868,
          "high": 0.9533,
          "of": 275
        },
        "calibrationError": {
          "value": 0.0253,
          "low": 0.0144,
          "high": 0.0537,
          "of": 275
        },
        "needsReview": {
          "value": 0.0255,
          "low": 0.0078,
          "high": 0.0465,
          "of": 275
        },
        "missesReviewed": {
          "value": 0.2727,
          "low": 0,
          "high": 0.5714,
          "of": 11
        }
      }
    },
    {
      "title": "trap",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.4067,
          "low": 0.2292,
          "high": 0.5,
          "of": 28
        },
        "macroF1Lenient": {
          "value": 0.4071,
          "low": 0.23,
          "high": 0.5,
          "of": 29
        },
        "right": {
          "value": 0.8966,
          "low": 0.7742,
          "high": 1,
          "of": 29
        },
        "underRanked": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "criticalsLow": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "overFlagged": {
          "value": 0.0769,
          "low": 0,
          "high": 0.1875,
          "of": 26
        },
        "riskRight": {
          "value": 0.931,
          "low": 0.8276,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.0578,
          "low": 0.0132,
          "high": 0.133,
          "of": 29
        },
        "needsReview": {
          "value": 0.0345,
          "low": 0,
          "high": 0.1071,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.3333,
          "low": 0,
          "high": 1,
          "of": 3
        }
      }
    },
    {
      "title": "nonen",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.9655,
          "low": 0.2442,
          "high": 1,
          "of": 26
        },
        "macroF1Lenient": {
          "value": 0.9658,
          "low": 0.4817,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.9655,
          "low": 0.875,
          "high": 1,
          "of": 29
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.4593,
          "of": 6
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.975,
          "of": 1
        },
        "overFlagged": {
          "value": 0.0526,
          "low": 0,
          "high": 0.1905,
          "of": 19
        },
        "riskRight": {
          "value": 1,
          "low": 0.8806,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.0495,
          "low": 0.0167,
          "high": 0.1256,
          "of": 29
        },
        "needsReview": {
          "value": 0,
          "low": 0,
          "high": 0.1194,
          "of": 29
        },
        "missesReviewed": {
          "value": 0,
          "low": 0,
          "high": 0.975,
          "of": 1
        }
      }
    },
    {
      "title": "misname",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.4773,
          "low": 0.2778,
          "high": 0.631,
          "of": 16
        },
        "macroF1Lenient": {
          "value": 0.5915,
          "low": 0.4566,
          "high": 0.6886,
          "of": 29
        },
        "right": {
          "value": 0.7586,
          "low": 0.5714,
          "high": 0.9,
          "of": 29
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.3694,
          "of": 8
        },
        "criticalsLow": {
          "value": 0.25,
          "low": 0,
          "high": 1,
          "of": 4
        },
        "overFlagged": {
          "value": 0.6667,
          "low": 0.2,
          "high": 1,
          "of": 6
        },
        "riskRight": {
          "value": 0.6897,
          "low": 0.5172,
          "high": 0.8571,
          "of": 29
        },
        "calibrationError": {
          "value": 0.1311,
          "low": 0.0682,
          "high": 0.318,
          "of": 29
        },
        "needsReview": {
          "value": 0.1034,
          "low": 0,
          "high": 0.2333,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.1429,
          "low": 0,
          "high": 0.5,
          "of": 7
        }
      }
    },
    {
      "title": "empty",
      "tools": 25,
      "figures": {
        "macroF1": {
          "value": 0.9308,
          "low": 0.5893,
          "high": 1,
          "of": 23
        },
        "macroF1Lenient": {
          "value": 0.9308,
          "low": 0.7,
          "high": 1,
          "of": 25
        },
        "right": {
          "value": 0.96,
          "low": 0.8571,
          "high": 1,
          "of": 25
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.3363,
          "of": 9
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.8419,
          "of": 2
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.8419,
          "of": 2
        },
        "riskRight": {
          "value": 0.96,
          "low": 0.88,
          "high": 1,
          "of": 25
        },
        "calibrationError": {
          "value": 0.0563,
          "low": 0.034,
          "high": 0.092,
          "of": 25
        },
        "needsReview": {
          "value": 0.96,
          "low": 0.8636,
          "high": 1,
          "of": 25
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.025,
          "high": 1,
          "of": 1
        }
      }
    },
    {
      "title": "lie",
      "tools": 8,
      "figures": {
        "macroF1": {
          "value": 0.5,
          "low": 0.25,
          "high": 0.5,
          "of": 4
        },
        "macroF1Lenient": {
          "value": 0.75,
          "low": 0.5,
          "high": 0.75,
          "of": 8
        },
        "right": {
          "value": 1,
          "low": 0.6306,
          "high": 1,
          "of": 8
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.8419,
          "of": 2
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.8419,
          "of": 2
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.8419,
          "of": 2
        },
        "riskRight": {
          "value": 0.875,
          "low": 0.5714,
          "high": 1,
          "of": 8
        },
        "calibrationError": {
          "value": 0.1804,
          "low": 0.0422,
          "high": 0.4119,
          "of": 8
        },
        "needsReview": {
          "value": 0.125,
          "low": 0,
          "high": 0.4286,
          "of": 8
        },
        "missesReviewed": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        }
      }
    },
    {
      "title": "sql",
      "tools": 7,
      "figures": {
        "macroF1": {
          "value": 0.25,
          "low": 0.25,
          "high": 0.25,
          "of": 4
        },
        "macroF1Lenient": {
          "value": 0.5,
          "low": 0.25,
          "high": 0.5,
          "of": 7
        },
        "right": {
          "value": 1,
          "low": 0.5904,
          "high": 1,
          "of": 7
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.6024,
          "of": 4
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.6024,
          "of": 4
        },
        "overFlagged": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "riskRight": {
          "value": 0.5714,
          "low": 0.1429,
          "high": 1,
          "of": 7
        },
        "calibrationError": {
          "value": 0.1989,
          "low": 0.0603,
          "high": 0.3029,
          "of": 7
        },
        "needsReview": {
          "value": 0.1429,
          "low": 0,
          "high": 0.3,
          "of": 7
        },
        "missesReviewed": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        }
      }
    }
  ],
  "byPick": [
    {
      "title": "targeted",
      "tools": 280,
      "figures": {
        "macroF1": {
          "value": 0.919,
          "low": 0.8796,
          "high": 0.9504,
          "of": 225
        },
        "macroF1Lenient": {
          "value": 0.9281,
          "low": 0.8931,
          "high": 0.9557,
          "of": 280
        },
        "right": {
          "value": 0.9286,
          "low": 0.8959,
          "high": 0.957,
          "of": 280
        },
        "underRanked": {
          "value": 0.0462,
          "low": 0.0161,
          "high": 0.0769,
          "of": 130
        },
        "criticalsLow": {
          "value": 0.0286,
          "low": 0,
          "high": 0.0909,
          "of": 35
        },
        "overFlagged": {
          "value": 0.1,
          "low": 0.0323,
          "high": 0.1728,
          "of": 70
        },
        "riskRight": {
          "value": 0.8821,
          "low": 0.8429,
          "high": 0.9179,
          "of": 280
        },
        "calibrationError": {
          "value": 0.0276,
          "low": 0.0153,
          "high": 0.0649,
          "of": 280
        },
        "needsReview": {
          "value": 0.1143,
          "low": 0.0728,
          "high": 0.1692,
          "of": 280
        },
        "missesReviewed": {
          "value": 0.2,
          "low": 0,
          "high": 0.4,
          "of": 20
        }
      }
    },
    {
      "title": "random",
      "tools": 113,
      "figures": {
        "macroF1": {
          "value": 0.9844,
          "low": 0.7332,
          "high": 1,
          "of": 101
        },
        "macroF1Lenient": {
          "value": 0.9879,
          "low": 0.9503,
          "high": 1,
          "of": 113
        },
        "right": {
          "value": 0.9735,
          "low": 0.9397,
          "high": 1,
          "of": 113
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.2646,
          "of": 12
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.8419,
          "of": 2
        },
        "overFlagged": {
          "value": 0.0253,
          "low": 0,
          "high": 0.0685,
          "of": 79
        },
        "riskRight": {
          "value": 0.9646,
          "low": 0.9245,
          "high": 0.9926,
          "of": 113
        },
        "calibrationError": {
          "value": 0.0278,
          "low": 0.014,
          "high": 0.0552,
          "of": 113
        },
        "needsReview": {
          "value": 0.0265,
          "low": 0,
          "high": 0.0614,
          "of": 113
        },
        "missesReviewed": {
          "value": 0.6667,
          "low": 0,
          "high": 1,
          "of": 3
        }
      }
    }
  ],
  "ablation": [
    {
      "title": "name only",
      "figures": {
        "macroF1": {
          "value": 0.8655,
          "low": 0.8173,
          "high": 0.9091,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.8648,
          "low": 0.8148,
          "high": 0.9118,
          "of": 393
        },
        "right": {
          "value": 0.8397,
          "low": 0.7933,
          "high": 0.8819,
          "of": 393
        },
        "underRanked": {
          "value": 0.1127,
          "low": 0.049,
          "high": 0.1657,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.1081,
          "low": 0.0263,
          "high": 0.2143,
          "of": 37
        },
        "overFlagged": {
          "value": 0.1275,
          "low": 0.0714,
          "high": 0.1908,
          "of": 149
        },
        "riskRight": {
          "value": 0.8193,
          "low": 0.7765,
          "high": 0.8585,
          "of": 393
        },
        "calibrationError": {
          "value": 0.0321,
          "low": 0.0122,
          "high": 0.0611,
          "of": 393
        },
        "needsReview": {
          "value": 1,
          "low": 0.9907,
          "high": 1,
          "of": 393
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.9431,
          "high": 1,
          "of": 63
        }
      }
    },
    {
      "title": "+ description",
      "figures": {
        "macroF1": {
          "value": 0.9028,
          "low": 0.8612,
          "high": 0.9431,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.9102,
          "low": 0.864,
          "high": 0.9521,
          "of": 393
        },
        "right": {
          "value": 0.9186,
          "low": 0.8803,
          "high": 0.9518,
          "of": 393
        },
        "underRanked": {
          "value": 0.0915,
          "low": 0.0352,
          "high": 0.1429,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.1081,
          "low": 0.0256,
          "high": 0.2045,
          "of": 37
        },
        "overFlagged": {
          "value": 0.0671,
          "low": 0.029,
          "high": 0.1103,
          "of": 149
        },
        "riskRight": {
          "value": 0.883,
          "low": 0.8508,
          "high": 0.9194,
          "of": 393
        },
        "calibrationError": {
          "value": 0.0264,
          "low": 0.0116,
          "high": 0.0573,
          "of": 393
        },
        "needsReview": {
          "value": 0.0636,
          "low": 0.0348,
          "high": 0.0942,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.0313,
          "low": 0,
          "high": 0.1143,
          "of": 32
        }
      }
    },
    {
      "title": "+ schema",
      "figures": {
        "macroF1": {
          "value": 0.926,
          "low": 0.8919,
          "high": 0.9548,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.9349,
          "low": 0.9019,
          "high": 0.9589,
          "of": 393
        },
        "right": {
          "value": 0.9364,
          "low": 0.9117,
          "high": 0.9606,
          "of": 393
        },
        "underRanked": {
          "value": 0.0423,
          "low": 0.0149,
          "high": 0.0696,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.027,
          "low": 0,
          "high": 0.0909,
          "of": 37
        },
        "overFlagged": {
          "value": 0.0738,
          "low": 0.0347,
          "high": 0.1203,
          "of": 149
        },
        "riskRight": {
          "value": 0.8982,
          "low": 0.8717,
          "high": 0.9293,
          "of": 393
        },
        "calibrationError": {
          "value": 0.0288,
          "low": 0.0137,
          "high": 0.0558,
          "of": 393
        },
        "needsReview": {
          "value": 0.0891,
          "low": 0.0571,
          "high": 0.1241,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.24,
          "low": 0.0769,
          "high": 0.4286,
          "of": 25
        }
      }
    },
    {
      "title": "+ annotations",
      "figures": {
        "macroF1": {
          "value": 0.931,
          "low": 0.8965,
          "high": 0.9594,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.939,
          "low": 0.9088,
          "high": 0.9627,
          "of": 393
        },
        "right": {
          "value": 0.9415,
          "low": 0.9169,
          "high": 0.964,
          "of": 393
        },
        "underRanked": {
          "value": 0.0423,
          "low": 0.0149,
          "high": 0.0696,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.027,
          "low": 0,
          "high": 0.0909,
          "of": 37
        },
        "overFlagged": {
          "value": 0.0604,
          "low": 0.027,
          "high": 0.1008,
          "of": 149
        },
        "riskRight": {
          "value": 0.9059,
          "low": 0.878,
          "high": 0.9364,
          "of": 393
        },
        "calibrationError": {
          "value": 0.0277,
          "low": 0.0125,
          "high": 0.0526,
          "of": 393
        },
        "needsReview": {
          "value": 0.0891,
          "low": 0.0571,
          "high": 0.1241,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.2609,
          "low": 0.0833,
          "high": 0.4706,
          "of": 23
        }
      }
    },
    {
      "title": "all but description",
      "figures": {
        "macroF1": {
          "value": 0.893,
          "low": 0.8512,
          "high": 0.9275,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.899,
          "low": 0.8648,
          "high": 0.9289,
          "of": 393
        },
        "right": {
          "value": 0.883,
          "low": 0.8458,
          "high": 0.914,
          "of": 393
        },
        "underRanked": {
          "value": 0.0704,
          "low": 0.0297,
          "high": 0.112,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.0811,
          "low": 0,
          "high": 0.1875,
          "of": 37
        },
        "overFlagged": {
          "value": 0.1141,
          "low": 0.0638,
          "high": 0.1756,
          "of": 149
        },
        "riskRight": {
          "value": 0.8499,
          "low": 0.8068,
          "high": 0.8861,
          "of": 393
        },
        "calibrationError": {
          "value": 0.0267,
          "low": 0.0155,
          "high": 0.0598,
          "of": 393
        },
        "needsReview": {
          "value": 1,
          "low": 0.9907,
          "high": 1,
          "of": 393
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.9229,
          "high": 1,
          "of": 46
        }
      }
    },
    {
      "title": "all but schema",
      "figures": {
        "macroF1": {
          "value": 0.9043,
          "low": 0.8624,
          "high": 0.9428,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.9113,
          "low": 0.8644,
          "high": 0.9522,
          "of": 393
        },
        "right": {
          "value": 0.9211,
          "low": 0.8832,
          "high": 0.9521,
          "of": 393
        },
        "underRanked": {
          "value": 0.0986,
          "low": 0.0435,
          "high": 0.1481,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.1081,
          "low": 0.0256,
          "high": 0.2045,
          "of": 37
        },
        "overFlagged": {
          "value": 0.0537,
          "low": 0.0216,
          "high": 0.094,
          "of": 149
        },
        "riskRight": {
          "value": 0.8906,
          "low": 0.8571,
          "high": 0.9282,
          "of": 393
        },
        "calibrationError": {
          "value": 0.0253,
          "low": 0.0094,
          "high": 0.0549,
          "of": 393
        },
        "needsReview": {
          "value": 0.0636,
          "low": 0.0348,
          "high": 0.0942,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.0323,
          "low": 0,
          "high": 0.1111,
          "of": 31
        }
      }
    }
  ]
};
