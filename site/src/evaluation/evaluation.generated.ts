// Made by `npm run generate` from data/evaluation/. Do not edit.
import type { Evaluation } from '../../../schema/evaluation.ts';

export const evaluation: Evaluation = {
  "date": "2026-11-21",
  "about": "labelled by hand, none of them trained on; their misses were in view when the rules were written",
  "model": "local-5",
  "tools": 393,
  "servers": 203,
  "families": 199,
  "figures": {
    "macroF1": {
      "value": 0.949497,
      "low": 0.922142,
      "high": 0.975686,
      "of": 326
    },
    "macroF1Lenient": {
      "value": 0.95633,
      "low": 0.933037,
      "high": 0.977289,
      "of": 393
    },
    "right": {
      "value": 0.961832,
      "low": 0.941828,
      "high": 0.978923,
      "of": 393
    },
    "underRanked": {
      "value": 0.014085,
      "low": 0,
      "high": 0.034014,
      "of": 142
    },
    "criticalsLow": {
      "value": 0,
      "low": 0,
      "high": 0.094891,
      "of": 37
    },
    "overFlagged": {
      "value": 0.033557,
      "low": 0.006993,
      "high": 0.062992,
      "of": 149
    },
    "riskRight": {
      "value": 0.941476,
      "low": 0.91906,
      "high": 0.964088,
      "of": 393
    },
    "calibrationError": {
      "value": 0.012337,
      "low": 0.008097,
      "high": 0.032615,
      "of": 393
    },
    "needsReview": {
      "value": 0.124682,
      "low": 0.087591,
      "high": 0.163842,
      "of": 393
    },
    "missesReviewed": {
      "value": 0.466667,
      "low": 0.25,
      "high": 0.714286,
      "of": 15
    }
  },
  "categories": {
    "read": {
      "precision": 0.986301,
      "recall": 0.966443,
      "f1": 0.976271,
      "labelled": 149,
      "answered": 146
    },
    "write": {
      "precision": 0.9375,
      "recall": 0.9375,
      "f1": 0.9375,
      "labelled": 64,
      "answered": 64
    },
    "execute": {
      "precision": 0.945946,
      "recall": 0.945946,
      "f1": 0.945946,
      "labelled": 74,
      "answered": 74
    },
    "destructive": {
      "precision": 0.904762,
      "recall": 0.974359,
      "f1": 0.938272,
      "labelled": 39,
      "answered": 42
    }
  },
  "confusion": {
    "read": {
      "read": 144,
      "write": 2,
      "execute": 2,
      "destructive": 1,
      "unclassified": 0
    },
    "write": {
      "read": 2,
      "write": 60,
      "execute": 2,
      "destructive": 0,
      "unclassified": 0
    },
    "execute": {
      "read": 0,
      "write": 1,
      "execute": 70,
      "destructive": 3,
      "unclassified": 0
    },
    "destructive": {
      "read": 0,
      "write": 1,
      "execute": 0,
      "destructive": 38,
      "unclassified": 0
    }
  },
  "calibration": [
    {
      "from": 0.5,
      "to": 0.6,
      "rows": 4,
      "meanConfidence": 0.5,
      "accuracy": 0.5
    },
    {
      "from": 0.6,
      "to": 0.7,
      "rows": 1,
      "meanConfidence": 0.6379,
      "accuracy": 1
    },
    {
      "from": 0.7,
      "to": 0.8,
      "rows": 21,
      "meanConfidence": 0.759652,
      "accuracy": 0.761905
    },
    {
      "from": 0.8,
      "to": 0.9,
      "rows": 30,
      "meanConfidence": 0.868947,
      "accuracy": 0.833333
    },
    {
      "from": 0.9,
      "to": 1,
      "rows": 337,
      "meanConfidence": 0.981096,
      "accuracy": 0.991098
    }
  ],
  "byTag": [
    {
      "title": "untagged",
      "tools": 275,
      "figures": {
        "macroF1": {
          "value": 0.961859,
          "low": 0.931827,
          "high": 0.987745,
          "of": 231
        },
        "macroF1Lenient": {
          "value": 0.970084,
          "low": 0.947385,
          "high": 0.990523,
          "of": 275
        },
        "right": {
          "value": 0.974545,
          "low": 0.95539,
          "high": 0.991803,
          "of": 275
        },
        "underRanked": {
          "value": 0.017544,
          "low": 0,
          "high": 0.043011,
          "of": 114
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.137185,
          "of": 25
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.036576,
          "of": 99
        },
        "riskRight": {
          "value": 0.956364,
          "low": 0.928287,
          "high": 0.978947,
          "of": 275
        },
        "calibrationError": {
          "value": 0.022976,
          "low": 0.016984,
          "high": 0.042033,
          "of": 275
        },
        "needsReview": {
          "value": 0.036364,
          "low": 0.015326,
          "high": 0.060403,
          "of": 275
        },
        "missesReviewed": {
          "value": 0.428571,
          "low": 0,
          "high": 0.8,
          "of": 7
        }
      }
    },
    {
      "title": "trap",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.586667,
          "low": 0.315152,
          "high": 1,
          "of": 28
        },
        "macroF1Lenient": {
          "value": 0.587179,
          "low": 0.315152,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.931034,
          "low": 0.821429,
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
          "value": 0.076923,
          "low": 0,
          "high": 0.2,
          "of": 26
        },
        "riskRight": {
          "value": 0.965517,
          "low": 0.896552,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.051469,
          "low": 0.006074,
          "high": 0.136477,
          "of": 29
        },
        "needsReview": {
          "value": 0.103448,
          "low": 0,
          "high": 0.233333,
          "of": 29
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.158114,
          "high": 1,
          "of": 2
        }
      }
    },
    {
      "title": "nonen",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.908333,
          "low": 0.431579,
          "high": 1,
          "of": 26
        },
        "macroF1Lenient": {
          "value": 0.931287,
          "low": 0.539683,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.931034,
          "low": 0.821429,
          "high": 1,
          "of": 29
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.459258,
          "of": 6
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.975,
          "of": 1
        },
        "overFlagged": {
          "value": 0.105263,
          "low": 0,
          "high": 0.25,
          "of": 19
        },
        "riskRight": {
          "value": 0.965517,
          "low": 0.875,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.043448,
          "low": 0.009429,
          "high": 0.14643,
          "of": 29
        },
        "needsReview": {
          "value": 0.034483,
          "low": 0,
          "high": 0.111111,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.5,
          "low": 0,
          "high": 1,
          "of": 2
        }
      }
    },
    {
      "title": "misname",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.631818,
          "low": 0.476496,
          "high": 1,
          "of": 16
        },
        "macroF1Lenient": {
          "value": 0.671802,
          "low": 0.57815,
          "high": 0.965899,
          "of": 29
        },
        "right": {
          "value": 0.862069,
          "low": 0.714286,
          "high": 0.966667,
          "of": 29
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.369417,
          "of": 8
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.602365,
          "of": 4
        },
        "overFlagged": {
          "value": 0.333333,
          "low": 0,
          "high": 0.8,
          "of": 6
        },
        "riskRight": {
          "value": 0.827586,
          "low": 0.678571,
          "high": 0.964286,
          "of": 29
        },
        "calibrationError": {
          "value": 0.109503,
          "low": 0.06471,
          "high": 0.256521,
          "of": 29
        },
        "needsReview": {
          "value": 0.310345,
          "low": 0.142857,
          "high": 0.482759,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.25,
          "low": 0,
          "high": 1,
          "of": 4
        }
      }
    },
    {
      "title": "empty",
      "tools": 25,
      "figures": {
        "macroF1": {
          "value": 0.930769,
          "low": 0.7,
          "high": 1,
          "of": 23
        },
        "macroF1Lenient": {
          "value": 0.930769,
          "low": 0.705882,
          "high": 1,
          "of": 25
        },
        "right": {
          "value": 0.96,
          "low": 0.857143,
          "high": 1,
          "of": 25
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.336267,
          "of": 9
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "riskRight": {
          "value": 0.96,
          "low": 0.88,
          "high": 1,
          "of": 25
        },
        "calibrationError": {
          "value": 0.066804,
          "low": 0.033452,
          "high": 0.119926,
          "of": 25
        },
        "needsReview": {
          "value": 1,
          "low": 0.862815,
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
          "value": 1,
          "low": 0.397635,
          "high": 1,
          "of": 4
        },
        "macroF1Lenient": {
          "value": 1,
          "low": 0.630583,
          "high": 1,
          "of": 8
        },
        "right": {
          "value": 1,
          "low": 0.630583,
          "high": 1,
          "of": 8
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "riskRight": {
          "value": 0.875,
          "low": 0.571429,
          "high": 1,
          "of": 8
        },
        "calibrationError": {
          "value": 0.144363,
          "low": 0.04154,
          "high": 0.288157,
          "of": 8
        },
        "needsReview": {
          "value": 0.375,
          "low": 0.090909,
          "high": 0.75,
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
          "value": 1,
          "low": 0.397635,
          "high": 1,
          "of": 4
        },
        "macroF1Lenient": {
          "value": 1,
          "low": 0.590384,
          "high": 1,
          "of": 7
        },
        "right": {
          "value": 1,
          "low": 0.590384,
          "high": 1,
          "of": 7
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.602365,
          "of": 4
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.602365,
          "of": 4
        },
        "overFlagged": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "riskRight": {
          "value": 0.571429,
          "low": 0.142857,
          "high": 1,
          "of": 7
        },
        "calibrationError": {
          "value": 0.127957,
          "low": 0.027533,
          "high": 0.203275,
          "of": 7
        },
        "needsReview": {
          "value": 0.285714,
          "low": 0,
          "high": 0.666667,
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
          "value": 0.945852,
          "low": 0.91459,
          "high": 0.973744,
          "of": 225
        },
        "macroF1Lenient": {
          "value": 0.952664,
          "low": 0.926488,
          "high": 0.975499,
          "of": 280
        },
        "right": {
          "value": 0.953571,
          "low": 0.928571,
          "high": 0.975862,
          "of": 280
        },
        "underRanked": {
          "value": 0.015385,
          "low": 0,
          "high": 0.03876,
          "of": 130
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.100032,
          "of": 35
        },
        "overFlagged": {
          "value": 0.071429,
          "low": 0.015873,
          "high": 0.133333,
          "of": 70
        },
        "riskRight": {
          "value": 0.928571,
          "low": 0.898305,
          "high": 0.957692,
          "of": 280
        },
        "calibrationError": {
          "value": 0.016216,
          "low": 0.009892,
          "high": 0.040499,
          "of": 280
        },
        "needsReview": {
          "value": 0.160714,
          "low": 0.112245,
          "high": 0.218978,
          "of": 280
        },
        "missesReviewed": {
          "value": 0.461538,
          "low": 0.181818,
          "high": 0.733333,
          "of": 13
        }
      }
    },
    {
      "title": "random",
      "tools": 113,
      "figures": {
        "macroF1": {
          "value": 0.917702,
          "low": 0.796784,
          "high": 1,
          "of": 101
        },
        "macroF1Lenient": {
          "value": 0.938447,
          "low": 0.846637,
          "high": 1,
          "of": 113
        },
        "right": {
          "value": 0.982301,
          "low": 0.954955,
          "high": 1,
          "of": 113
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.264648,
          "of": 12
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.045621,
          "of": 79
        },
        "riskRight": {
          "value": 0.973451,
          "low": 0.941176,
          "high": 1,
          "of": 113
        },
        "calibrationError": {
          "value": 0.01734,
          "low": 0.01217,
          "high": 0.044582,
          "of": 113
        },
        "needsReview": {
          "value": 0.035398,
          "low": 0,
          "high": 0.070313,
          "of": 113
        },
        "missesReviewed": {
          "value": 0.5,
          "low": 0,
          "high": 1,
          "of": 2
        }
      }
    }
  ],
  "ablation": [
    {
      "title": "name only",
      "figures": {
        "macroF1": {
          "value": 0.882702,
          "low": 0.835125,
          "high": 0.927368,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.87376,
          "low": 0.822101,
          "high": 0.922764,
          "of": 393
        },
        "right": {
          "value": 0.867684,
          "low": 0.824885,
          "high": 0.909535,
          "of": 393
        },
        "underRanked": {
          "value": 0.15493,
          "low": 0.080645,
          "high": 0.217687,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.189189,
          "low": 0.074074,
          "high": 0.3125,
          "of": 37
        },
        "overFlagged": {
          "value": 0.067114,
          "low": 0.028986,
          "high": 0.111801,
          "of": 149
        },
        "riskRight": {
          "value": 0.870229,
          "low": 0.835165,
          "high": 0.904255,
          "of": 393
        },
        "calibrationError": {
          "value": 0.056013,
          "low": 0.025509,
          "high": 0.086327,
          "of": 393
        },
        "needsReview": {
          "value": 1,
          "low": 0.990657,
          "high": 1,
          "of": 393
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.931518,
          "high": 1,
          "of": 52
        }
      }
    },
    {
      "title": "+ description",
      "figures": {
        "macroF1": {
          "value": 0.943573,
          "low": 0.917829,
          "high": 0.970549,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.94231,
          "low": 0.910904,
          "high": 0.972978,
          "of": 393
        },
        "right": {
          "value": 0.949109,
          "low": 0.923077,
          "high": 0.972452,
          "of": 393
        },
        "underRanked": {
          "value": 0.049296,
          "low": 0.015152,
          "high": 0.082645,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.162791,
          "of": 37
        },
        "overFlagged": {
          "value": 0.033557,
          "low": 0.007042,
          "high": 0.063694,
          "of": 149
        },
        "riskRight": {
          "value": 0.918575,
          "low": 0.891765,
          "high": 0.944444,
          "of": 393
        },
        "calibrationError": {
          "value": 0.011782,
          "low": 0.006128,
          "high": 0.037217,
          "of": 393
        },
        "needsReview": {
          "value": 0.111959,
          "low": 0.079897,
          "high": 0.148352,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.25,
          "low": 0.058824,
          "high": 0.416667,
          "of": 20
        }
      }
    },
    {
      "title": "+ schema",
      "figures": {
        "macroF1": {
          "value": 0.949497,
          "low": 0.922142,
          "high": 0.975686,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.956438,
          "low": 0.933177,
          "high": 0.977298,
          "of": 393
        },
        "right": {
          "value": 0.961832,
          "low": 0.941828,
          "high": 0.978923,
          "of": 393
        },
        "underRanked": {
          "value": 0.014085,
          "low": 0,
          "high": 0.034014,
          "of": 142
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.094891,
          "of": 37
        },
        "overFlagged": {
          "value": 0.033557,
          "low": 0.006993,
          "high": 0.062992,
          "of": 149
        },
        "riskRight": {
          "value": 0.938931,
          "low": 0.916667,
          "high": 0.962099,
          "of": 393
        },
        "calibrationError": {
          "value": 0.009344,
          "low": 0.007455,
          "high": 0.032189,
          "of": 393
        },
        "needsReview": {
          "value": 0.129771,
          "low": 0.094253,
          "high": 0.170347,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.4,
          "low": 0.181818,
          "high": 0.636364,
          "of": 15
        }
      }
    },
    {
      "title": "+ annotations",
      "figures": {
        "macroF1": {
          "value": 0.949497,
          "low": 0.922142,
          "high": 0.975686,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.95633,
          "low": 0.933037,
          "high": 0.977289,
          "of": 393
        },
        "right": {
          "value": 0.961832,
          "low": 0.941828,
          "high": 0.978923,
          "of": 393
        },
        "underRanked": {
          "value": 0.014085,
          "low": 0,
          "high": 0.034014,
          "of": 142
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.094891,
          "of": 37
        },
        "overFlagged": {
          "value": 0.033557,
          "low": 0.006993,
          "high": 0.062992,
          "of": 149
        },
        "riskRight": {
          "value": 0.941476,
          "low": 0.91906,
          "high": 0.964088,
          "of": 393
        },
        "calibrationError": {
          "value": 0.012337,
          "low": 0.008097,
          "high": 0.032615,
          "of": 393
        },
        "needsReview": {
          "value": 0.124682,
          "low": 0.087591,
          "high": 0.163842,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.466667,
          "low": 0.25,
          "high": 0.714286,
          "of": 15
        }
      }
    },
    {
      "title": "all but description",
      "figures": {
        "macroF1": {
          "value": 0.924399,
          "low": 0.88515,
          "high": 0.956404,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.928393,
          "low": 0.896891,
          "high": 0.953545,
          "of": 393
        },
        "right": {
          "value": 0.92112,
          "low": 0.891304,
          "high": 0.946269,
          "of": 393
        },
        "underRanked": {
          "value": 0.049296,
          "low": 0.016129,
          "high": 0.082803,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.054054,
          "low": 0,
          "high": 0.138889,
          "of": 37
        },
        "overFlagged": {
          "value": 0.067114,
          "low": 0.02994,
          "high": 0.113636,
          "of": 149
        },
        "riskRight": {
          "value": 0.908397,
          "low": 0.877049,
          "high": 0.9375,
          "of": 393
        },
        "calibrationError": {
          "value": 0.010084,
          "low": 0.006538,
          "high": 0.037972,
          "of": 393
        },
        "needsReview": {
          "value": 1,
          "low": 0.990657,
          "high": 1,
          "of": 393
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.887811,
          "high": 1,
          "of": 31
        }
      }
    },
    {
      "title": "all but schema",
      "figures": {
        "macroF1": {
          "value": 0.943573,
          "low": 0.917829,
          "high": 0.970549,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.94231,
          "low": 0.910636,
          "high": 0.972911,
          "of": 393
        },
        "right": {
          "value": 0.949109,
          "low": 0.923077,
          "high": 0.972452,
          "of": 393
        },
        "underRanked": {
          "value": 0.049296,
          "low": 0.015152,
          "high": 0.082645,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.162791,
          "of": 37
        },
        "overFlagged": {
          "value": 0.033557,
          "low": 0.007042,
          "high": 0.063694,
          "of": 149
        },
        "riskRight": {
          "value": 0.92112,
          "low": 0.895592,
          "high": 0.946429,
          "of": 393
        },
        "calibrationError": {
          "value": 0.018503,
          "low": 0.008121,
          "high": 0.044157,
          "of": 393
        },
        "needsReview": {
          "value": 0.10687,
          "low": 0.074627,
          "high": 0.142857,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.25,
          "low": 0.052632,
          "high": 0.4375,
          "of": 20
        }
      }
    }
  ]
};

/** Of servers that were gathered when the rules stood. */
export const unseen: Evaluation = {
  "date": "2026-11-21",
  "about": "gathered when the rules stood, labelled by two readings of a language model; no rule was mended after them",
  "model": "local-5",
  "tools": 800,
  "servers": 259,
  "families": 259,
  "figures": {
    "macroF1": {
      "value": 0.929199,
      "low": 0.897006,
      "high": 0.954,
      "of": 591
    },
    "macroF1Lenient": {
      "value": 0.937309,
      "low": 0.914536,
      "high": 0.956928,
      "of": 800
    },
    "right": {
      "value": 0.94875,
      "low": 0.932741,
      "high": 0.964103,
      "of": 800
    },
    "underRanked": {
      "value": 0.082902,
      "low": 0.043902,
      "high": 0.128492,
      "of": 193
    },
    "criticalsLow": {
      "value": 0.045455,
      "low": 0,
      "high": 0.130435,
      "of": 22
    },
    "overFlagged": {
      "value": 0.020649,
      "low": 0.006154,
      "high": 0.03681,
      "of": 339
    },
    "riskRight": {
      "value": 0.9175,
      "low": 0.895674,
      "high": 0.93985,
      "of": 800
    },
    "calibrationError": {
      "value": 0.005996,
      "low": 0.003976,
      "high": 0.021911,
      "of": 800
    },
    "needsReview": {
      "value": 0.0925,
      "low": 0.069444,
      "high": 0.115995,
      "of": 800
    },
    "missesReviewed": {
      "value": 0.414634,
      "low": 0.264706,
      "high": 0.564103,
      "of": 41
    }
  },
  "categories": {
    "read": {
      "precision": 0.973607,
      "recall": 0.979351,
      "f1": 0.976471,
      "labelled": 339,
      "answered": 341
    },
    "write": {
      "precision": 0.956835,
      "recall": 0.93007,
      "f1": 0.943262,
      "labelled": 143,
      "answered": 139
    },
    "execute": {
      "precision": 0.830769,
      "recall": 0.830769,
      "f1": 0.830769,
      "labelled": 65,
      "answered": 65
    },
    "destructive": {
      "precision": 0.955556,
      "recall": 0.977273,
      "f1": 0.966292,
      "labelled": 44,
      "answered": 45
    }
  },
  "confusion": {
    "read": {
      "read": 332,
      "write": 1,
      "execute": 6,
      "destructive": 0,
      "unclassified": 0
    },
    "write": {
      "read": 3,
      "write": 133,
      "execute": 5,
      "destructive": 1,
      "unclassified": 1
    },
    "execute": {
      "read": 6,
      "write": 4,
      "execute": 54,
      "destructive": 1,
      "unclassified": 0
    },
    "destructive": {
      "read": 0,
      "write": 1,
      "execute": 0,
      "destructive": 43,
      "unclassified": 0
    }
  },
  "calibration": [
    {
      "from": 0,
      "to": 0.1,
      "rows": 1,
      "meanConfidence": 0,
      "accuracy": 0
    },
    {
      "from": 0.5,
      "to": 0.6,
      "rows": 7,
      "meanConfidence": 0.502229,
      "accuracy": 0.571429
    },
    {
      "from": 0.7,
      "to": 0.8,
      "rows": 55,
      "meanConfidence": 0.758311,
      "accuracy": 0.763636
    },
    {
      "from": 0.8,
      "to": 0.9,
      "rows": 72,
      "meanConfidence": 0.86469,
      "accuracy": 0.888889
    },
    {
      "from": 0.9,
      "to": 1,
      "rows": 665,
      "meanConfidence": 0.979364,
      "accuracy": 0.97594
    }
  ],
  "byTag": [
    {
      "title": "untagged",
      "tools": 800,
      "figures": {
        "macroF1": {
          "value": 0.929199,
          "low": 0.897006,
          "high": 0.954,
          "of": 591
        },
        "macroF1Lenient": {
          "value": 0.937309,
          "low": 0.914536,
          "high": 0.956928,
          "of": 800
        },
        "right": {
          "value": 0.94875,
          "low": 0.932741,
          "high": 0.964103,
          "of": 800
        },
        "underRanked": {
          "value": 0.082902,
          "low": 0.043902,
          "high": 0.128492,
          "of": 193
        },
        "criticalsLow": {
          "value": 0.045455,
          "low": 0,
          "high": 0.130435,
          "of": 22
        },
        "overFlagged": {
          "value": 0.020649,
          "low": 0.006154,
          "high": 0.03681,
          "of": 339
        },
        "riskRight": {
          "value": 0.9175,
          "low": 0.895674,
          "high": 0.93985,
          "of": 800
        },
        "calibrationError": {
          "value": 0.005996,
          "low": 0.003976,
          "high": 0.021911,
          "of": 800
        },
        "needsReview": {
          "value": 0.0925,
          "low": 0.069444,
          "high": 0.115995,
          "of": 800
        },
        "missesReviewed": {
          "value": 0.414634,
          "low": 0.264706,
          "high": 0.564103,
          "of": 41
        }
      }
    }
  ],
  "byPick": [
    {
      "title": "random",
      "tools": 400,
      "figures": {
        "macroF1": {
          "value": 0.929373,
          "low": 0.876819,
          "high": 0.967888,
          "of": 318
        },
        "macroF1Lenient": {
          "value": 0.950052,
          "low": 0.918934,
          "high": 0.97479,
          "of": 400
        },
        "right": {
          "value": 0.965,
          "low": 0.944444,
          "high": 0.982368,
          "of": 400
        },
        "underRanked": {
          "value": 0.09589,
          "low": 0.028986,
          "high": 0.177215,
          "of": 73
        },
        "criticalsLow": {
          "value": 0.125,
          "low": 0,
          "high": 0.307692,
          "of": 8
        },
        "overFlagged": {
          "value": 0.008584,
          "low": 0,
          "high": 0.022321,
          "of": 233
        },
        "riskRight": {
          "value": 0.935,
          "low": 0.906801,
          "high": 0.958974,
          "of": 400
        },
        "calibrationError": {
          "value": 0.012354,
          "low": 0.006427,
          "high": 0.030694,
          "of": 400
        },
        "needsReview": {
          "value": 0.065,
          "low": 0.03876,
          "high": 0.090674,
          "of": 400
        },
        "missesReviewed": {
          "value": 0.357143,
          "low": 0.090909,
          "high": 0.666667,
          "of": 14
        }
      }
    },
    {
      "title": "targeted",
      "tools": 400,
      "figures": {
        "macroF1": {
          "value": 0.924755,
          "low": 0.883891,
          "high": 0.955686,
          "of": 273
        },
        "macroF1Lenient": {
          "value": 0.925206,
          "low": 0.894382,
          "high": 0.952528,
          "of": 400
        },
        "right": {
          "value": 0.9325,
          "low": 0.905797,
          "high": 0.957606,
          "of": 400
        },
        "underRanked": {
          "value": 0.075,
          "low": 0.029703,
          "high": 0.130435,
          "of": 120
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.231636,
          "of": 14
        },
        "overFlagged": {
          "value": 0.04717,
          "low": 0.010526,
          "high": 0.092437,
          "of": 106
        },
        "riskRight": {
          "value": 0.9,
          "low": 0.86802,
          "high": 0.927681,
          "of": 400
        },
        "calibrationError": {
          "value": 0.004775,
          "low": 0.006151,
          "high": 0.034829,
          "of": 400
        },
        "needsReview": {
          "value": 0.12,
          "low": 0.086514,
          "high": 0.153453,
          "of": 400
        },
        "missesReviewed": {
          "value": 0.444444,
          "low": 0.258065,
          "high": 0.64,
          "of": 27
        }
      }
    }
  ],
  "ablation": [
    {
      "title": "name only",
      "figures": {
        "macroF1": {
          "value": 0.864104,
          "low": 0.823883,
          "high": 0.898815,
          "of": 591
        },
        "macroF1Lenient": {
          "value": 0.870833,
          "low": 0.840265,
          "high": 0.898054,
          "of": 800
        },
        "right": {
          "value": 0.865,
          "low": 0.838433,
          "high": 0.891386,
          "of": 800
        },
        "underRanked": {
          "value": 0.165803,
          "low": 0.104478,
          "high": 0.227513,
          "of": 193
        },
        "criticalsLow": {
          "value": 0.272727,
          "low": 0.05,
          "high": 0.5,
          "of": 22
        },
        "overFlagged": {
          "value": 0.064897,
          "low": 0.036145,
          "high": 0.098765,
          "of": 339
        },
        "riskRight": {
          "value": 0.85375,
          "low": 0.822441,
          "high": 0.88228,
          "of": 800
        },
        "calibrationError": {
          "value": 0.031102,
          "low": 0.0153,
          "high": 0.051238,
          "of": 800
        },
        "needsReview": {
          "value": 1,
          "low": 0.9954,
          "high": 1,
          "of": 800
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.96642,
          "high": 1,
          "of": 108
        }
      }
    },
    {
      "title": "+ description",
      "figures": {
        "macroF1": {
          "value": 0.903948,
          "low": 0.869705,
          "high": 0.934134,
          "of": 591
        },
        "macroF1Lenient": {
          "value": 0.921638,
          "low": 0.896621,
          "high": 0.944772,
          "of": 800
        },
        "right": {
          "value": 0.935,
          "low": 0.915723,
          "high": 0.953923,
          "of": 800
        },
        "underRanked": {
          "value": 0.108808,
          "low": 0.064865,
          "high": 0.16,
          "of": 193
        },
        "criticalsLow": {
          "value": 0.136364,
          "low": 0,
          "high": 0.277778,
          "of": 22
        },
        "overFlagged": {
          "value": 0.020649,
          "low": 0.006154,
          "high": 0.03681,
          "of": 339
        },
        "riskRight": {
          "value": 0.91875,
          "low": 0.896725,
          "high": 0.940051,
          "of": 800
        },
        "calibrationError": {
          "value": 0.017693,
          "low": 0.007436,
          "high": 0.036035,
          "of": 800
        },
        "needsReview": {
          "value": 0.09625,
          "low": 0.07371,
          "high": 0.117048,
          "of": 800
        },
        "missesReviewed": {
          "value": 0.346154,
          "low": 0.215385,
          "high": 0.480769,
          "of": 52
        }
      }
    },
    {
      "title": "+ schema",
      "figures": {
        "macroF1": {
          "value": 0.93161,
          "low": 0.900615,
          "high": 0.956453,
          "of": 591
        },
        "macroF1Lenient": {
          "value": 0.940667,
          "low": 0.918473,
          "high": 0.959767,
          "of": 800
        },
        "right": {
          "value": 0.95,
          "low": 0.934161,
          "high": 0.965217,
          "of": 800
        },
        "underRanked": {
          "value": 0.072539,
          "low": 0.037234,
          "high": 0.113861,
          "of": 193
        },
        "criticalsLow": {
          "value": 0.045455,
          "low": 0,
          "high": 0.130435,
          "of": 22
        },
        "overFlagged": {
          "value": 0.020649,
          "low": 0.006154,
          "high": 0.03681,
          "of": 339
        },
        "riskRight": {
          "value": 0.9175,
          "low": 0.894872,
          "high": 0.939394,
          "of": 800
        },
        "calibrationError": {
          "value": 0.006416,
          "low": 0.004342,
          "high": 0.022641,
          "of": 800
        },
        "needsReview": {
          "value": 0.1025,
          "low": 0.077694,
          "high": 0.125771,
          "of": 800
        },
        "missesReviewed": {
          "value": 0.45,
          "low": 0.305556,
          "high": 0.604167,
          "of": 40
        }
      }
    },
    {
      "title": "+ annotations",
      "figures": {
        "macroF1": {
          "value": 0.929199,
          "low": 0.897006,
          "high": 0.954,
          "of": 591
        },
        "macroF1Lenient": {
          "value": 0.937309,
          "low": 0.914536,
          "high": 0.956928,
          "of": 800
        },
        "right": {
          "value": 0.94875,
          "low": 0.932741,
          "high": 0.964103,
          "of": 800
        },
        "underRanked": {
          "value": 0.082902,
          "low": 0.043902,
          "high": 0.128492,
          "of": 193
        },
        "criticalsLow": {
          "value": 0.045455,
          "low": 0,
          "high": 0.130435,
          "of": 22
        },
        "overFlagged": {
          "value": 0.020649,
          "low": 0.006154,
          "high": 0.03681,
          "of": 339
        },
        "riskRight": {
          "value": 0.9175,
          "low": 0.895674,
          "high": 0.93985,
          "of": 800
        },
        "calibrationError": {
          "value": 0.005996,
          "low": 0.003976,
          "high": 0.021911,
          "of": 800
        },
        "needsReview": {
          "value": 0.0925,
          "low": 0.069444,
          "high": 0.115995,
          "of": 800
        },
        "missesReviewed": {
          "value": 0.414634,
          "low": 0.264706,
          "high": 0.564103,
          "of": 41
        }
      }
    },
    {
      "title": "all but description",
      "figures": {
        "macroF1": {
          "value": 0.897916,
          "low": 0.864279,
          "high": 0.927707,
          "of": 591
        },
        "macroF1Lenient": {
          "value": 0.90253,
          "low": 0.875944,
          "high": 0.926835,
          "of": 800
        },
        "right": {
          "value": 0.8975,
          "low": 0.873592,
          "high": 0.920655,
          "of": 800
        },
        "underRanked": {
          "value": 0.119171,
          "low": 0.068293,
          "high": 0.166667,
          "of": 193
        },
        "criticalsLow": {
          "value": 0.136364,
          "low": 0,
          "high": 0.30303,
          "of": 22
        },
        "overFlagged": {
          "value": 0.056047,
          "low": 0.02809,
          "high": 0.085106,
          "of": 339
        },
        "riskRight": {
          "value": 0.875,
          "low": 0.847478,
          "high": 0.900735,
          "of": 800
        },
        "calibrationError": {
          "value": 0.013679,
          "low": 0.006679,
          "high": 0.032919,
          "of": 800
        },
        "needsReview": {
          "value": 1,
          "low": 0.9954,
          "high": 1,
          "of": 800
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.956011,
          "high": 1,
          "of": 82
        }
      }
    },
    {
      "title": "all but schema",
      "figures": {
        "macroF1": {
          "value": 0.903811,
          "low": 0.867497,
          "high": 0.934073,
          "of": 591
        },
        "macroF1Lenient": {
          "value": 0.919934,
          "low": 0.893366,
          "high": 0.944054,
          "of": 800
        },
        "right": {
          "value": 0.935,
          "low": 0.916244,
          "high": 0.954151,
          "of": 800
        },
        "underRanked": {
          "value": 0.119171,
          "low": 0.074074,
          "high": 0.17,
          "of": 193
        },
        "criticalsLow": {
          "value": 0.136364,
          "low": 0,
          "high": 0.277778,
          "of": 22
        },
        "overFlagged": {
          "value": 0.020649,
          "low": 0.006154,
          "high": 0.03681,
          "of": 339
        },
        "riskRight": {
          "value": 0.9175,
          "low": 0.895674,
          "high": 0.939206,
          "of": 800
        },
        "calibrationError": {
          "value": 0.019227,
          "low": 0.00771,
          "high": 0.037358,
          "of": 800
        },
        "needsReview": {
          "value": 0.0875,
          "low": 0.067146,
          "high": 0.106599,
          "of": 800
        },
        "missesReviewed": {
          "value": 0.326923,
          "low": 0.19697,
          "high": 0.45614,
          "of": 52
        }
      }
    }
  ]
};
